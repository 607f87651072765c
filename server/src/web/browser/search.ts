// The search is whole without this: here moments are heard in the list itself, and words are offered while they are typed.

const WAIT_MS = 150;
// One letter says something only where it is a word.
const ENOUGH = /..|[\p{Script=Han}\p{Script=Thai}]/u;
const OFFERED = 8;

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-sound]')) {
  button.hidden = false;
  button.addEventListener('click', () => listen(button));
}

/** Puts the sound of the moment in the place of the button; another one falls silent. */
function listen(button: HTMLButtonElement): void {
  for (const other of document.querySelectorAll('audio')) other.pause();
  const { sound = '', from = '0' } = button.dataset;
  const audio = document.createElement('audio');
  audio.controls = true;
  audio.src = `${sound}#t=${from}`;
  audio.setAttribute('aria-label', button.textContent ?? '');
  button.closest('.hit')?.append(audio);
  button.remove();
  audio.focus();
  void audio.play().catch(() => undefined);
}

const field = document.querySelector<HTMLInputElement>('input[type="search"][name="q"]');
if (field) {
  const list = document.createElement('datalist');
  list.id = 'q-offers';
  field.after(list);
  field.setAttribute('list', list.id);
  field.addEventListener('input', offerFor(field, list));
}

function offerFor(input: HTMLInputElement, list: HTMLDataListElement): (event: Event) => void {
  let timer = 0;
  let asking = new AbortController();
  return (event) => {
    window.clearTimeout(timer);
    asking.abort();
    // What was chosen from the list needs no offers.
    if (!(event instanceof InputEvent) || event.inputType === 'insertReplacementText' || !ENOUGH.test(input.value.trim())) return;
    timer = window.setTimeout(() => {
      asking = new AbortController();
      offers(input.value, asking.signal).then((texts) => {
        list.replaceChildren(...texts.map((text) => Object.assign(document.createElement('option'), { value: text })));
      }, () => undefined);
    }, WAIT_MS);
  };
}

async function offers(text: string, signal: AbortSignal): Promise<readonly string[]> {
  const query = new URLSearchParams({ q: text, lang: document.documentElement.lang, limit: String(OFFERED) });
  const answer = await fetch(`/api/v1/search/suggestions?${query.toString()}`, { signal });
  if (!answer.ok) return [];
  const { suggestions } = await answer.json() as { readonly suggestions: readonly { readonly text: string }[] };
  return [...new Set(suggestions.map((one) => one.text))].filter((one) => one.toLowerCase() !== text.toLowerCase());
}
