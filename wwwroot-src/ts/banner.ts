// What sticks below the patient's banner, and what the focus is scrolled to, has to know how high it stands.
const banner = document.querySelector<HTMLElement>(".hw-banner");
const who = banner?.firstElementChild as HTMLElement | null | undefined;

if (banner && who) {
  const measure = () => {
    const stays = getComputedStyle(banner).display === "contents" ? who : banner;
    document.documentElement.style.setProperty("--hw-under", `${stays.offsetHeight}px`);
  };
  new ResizeObserver(measure).observe(who);
  new ResizeObserver(measure).observe(document.querySelector("main")!);
}
