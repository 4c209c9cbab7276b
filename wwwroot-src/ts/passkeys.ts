// Forms that a passkey answers: data-passkey says whether one is made (create) or proven (get), data-options where the server says what to ask.
// The server reads the answer from the form, like any other field. Where the browser knows no passkeys, the form to prove one stays hidden.
type Options = PublicKeyCredentialCreationOptions & PublicKeyCredentialRequestOptions;
type Api = {
  parseCreationOptionsFromJSON(json: unknown): Options;
  parseRequestOptionsFromJSON(json: unknown): Options;
  isConditionalMediationAvailable?(): Promise<boolean>;
};
const api = (window as unknown as { PublicKeyCredential?: Api }).PublicKeyCredential;
const known = api && "parseCreationOptionsFromJSON" in api;
let waiting: AbortController | undefined;

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) offerPasskey(form);

export function offerPasskey(form: HTMLFormElement) {
  if (!known || !form.dataset.passkey) return;
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    const name = form.querySelector<HTMLInputElement>("input[type=text]");
    if (answerField(form).value || name?.value.trim() === "") return;
    event.preventDefault();
    event.stopPropagation();
    void answer(form, false);
  });
  // What was just refused is not offered again by itself.
  if ("autofill" in form.dataset && !document.querySelector("main [role=alert]")) void offerWhileTyping(form);
}

// The browser offers its passkeys in the list under the name, until one is chosen or the button is pressed.
async function offerWhileTyping(form: HTMLFormElement) {
  if (await api!.isConditionalMediationAvailable?.()) await answer(form, true);
}

async function answer(form: HTMLFormElement, quietly: boolean) {
  waiting?.abort();
  const mine = waiting = new AbortController();
  try {
    const asked = await optionsOf(form);
    if (!asked || mine.signal.aborted) return;
    const credential = form.dataset.passkey === "create"
      ? await navigator.credentials.create({ publicKey: api!.parseCreationOptionsFromJSON(asked), signal: mine.signal })
      : await navigator.credentials.get({ publicKey: api!.parseRequestOptionsFromJSON(asked), signal: mine.signal, mediation: quietly ? "conditional" : "optional" });
    if (!credential) return;
    answerField(form).value = JSON.stringify(credential);
    form.requestSubmit();
  } catch (failure) {
    if (!quietly && !mine.signal.aborted) say(form, (failure as Error).name === "InvalidStateError" ? "This device has a passkey of your account already." : "No passkey was used. Try once more, or choose another way.");
  }
}

async function optionsOf(form: HTMLFormElement): Promise<unknown> {
  const token = form.querySelector<HTMLInputElement>("[name=__RequestVerificationToken]")!;
  const response = await fetch(form.dataset.options!, { method: "POST", headers: { "X-Live": "1" }, body: new URLSearchParams({ [token.name]: token.value }), credentials: "same-origin" });
  if (response.ok) return await response.json();
  // The session has been locked meanwhile, or its proof is too old: the page itself says what to do.
  if (response.status === 401 && form.dataset.passkey === "create") location.reload();
  else throw new Error(String(response.status));
}

function say(form: HTMLFormElement, words: string) {
  let line = form.querySelector<HTMLElement>("[data-passkey-words]");
  if (!line) {
    line = document.createElement("p");
    line.dataset.passkeyWords = "";
    line.className = "hw-error";
    line.setAttribute("role", "alert");
    form.prepend(line);
  }
  line.textContent = words;
}

const answerField = (form: HTMLFormElement) => form.querySelector<HTMLInputElement>("input[name$=Credential]")!;
