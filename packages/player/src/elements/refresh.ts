/**
 * Brings the page up to date in place, when what was being prepared can now be watched: fetches it again and puts the
 * new `<openfloor-player>` where the old one is. Falls back to loading the page. `wanted` is asked again when the new page is
 * there: whoever pressed play meanwhile keeps what plays.
 */
export async function refreshPage(wanted: () => boolean): Promise<void> {
  try {
    const answer = await fetch(location.href, { cache: 'no-store' });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (!wanted()) return;
    const [old, fresh] = [document, page].map((where) => where.querySelector('openfloor-player'));
    if (!answer.ok || !old || !fresh) throw new Error('no player on the page');
    // A page parsed by hand takes what is meant for browsers without scripts for real elements.
    for (const part of fresh.querySelectorAll('noscript')) part.remove();
    old.replaceWith(document.adoptNode(fresh));
  } catch {
    if (wanted()) location.reload();
  }
}
