using QRCoder;

namespace HospitalWeb.Printing;

/// <summary>A QR code as SVG: black on white, sharp at any size, without a request for an image.</summary>
public static class Square
{
    public static string Of(string address)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(code);
        return svg.GetGraphic(4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
