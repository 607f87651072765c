/**
 * Reads a list of words and their forms, a word a line: `word: form form`. All of them, the word included, lead to the word.
 */
export function formsOf(lists: string): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  for (const line of lists.split('\n')) {
    const [word = '', others = ''] = line.split(':').map((part) => part.trim());
    if (word === '') continue;
    for (const form of [word, ...others.split(/\s+/)]) if (form !== '') forms.set(form, word);
  }
  return forms;
}
