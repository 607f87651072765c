import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Db } from '#platform/db/index.ts';
import { UI_LANGUAGES } from '#platform/i18n/index.ts';
import { browseSite, linksIn, NOTHING_SAID } from '../browse-site.test-support.ts';
import { browseWords } from '../locales/index.ts';

/** Tags two moments of the meeting "water" with wells and pumps, and one of the draft; pumps is in a vocabulary, hidden in none. */
async function tag(db: Db): Promise<void> {
  await sql`insert into topics (slug, uri, labels, other_labels, notes) values ('pumps', 'urn:x:pumps', '{"en": "Pumps", "ar": "مضخات"}', '{"en": ["Hand pumps"]}', '{"en": "What <lifts> water"}'), ('secret', null, '{"en": "Secret"}', '{}', '{}')`.execute(db);
  await sql`insert into topic_schemes (uri, made_from, changed_at) values ('urn:x', '', now())`.execute(db);
  await sql`insert into topics_of_schemes select t.id, s.id from topics t, topic_schemes s where t.slug = 'pumps'`.execute(db);
  await sql`insert into topic_links select a.id, 'broader', b.id from topics a, topics b where a.slug = 'pumps' and b.slug = 'wells'`.execute(db);
  await sql`insert into moment_topics (meeting_id, topic_id, start_ms, end_ms) select m.id, t.id, s, s + 1000 from meetings m, topics t, unnest(array[0, 60000]) s
    where (m.slug = 'water' and t.slug in ('wells', 'pumps')) or (m.slug = 'draft' and t.slug in ('wells', 'secret'))`.execute(db);
}

describe('the page of a topic', () => {
  it('shows its neighbours and what is spoken of together with it, drawn and as a table that lead to the moments', async () => {
    await using site = await browseSite();
    await tag(site.db);
    const html = await site.read('/en/topics/wells');
    expect(html).toContain('aria-label="Wells and Pumps: 2 moments"');
    expect(html.match(/class="own"/g)).toHaveLength(1);
    expect(linksIn(html).filter((href) => href === '/en/topics/wells?with=pumps#said')).toHaveLength(2);
    expect(linksIn(html)).toContain('/en/topics/pumps');
    expect(html).not.toContain('Secret');
    const pumps = await site.read('/en/topics/pumps');
    expect(pumps).toContain('What &lt;lifts&gt; water');
    expect(pumps).toContain('<bdi>Hand pumps</bdi>');
    expect(pumps).toMatch(/<dt lang="ar">العربية<\/dt><dd lang="ar" dir="rtl">مضخات<\/dd>/);
    expect(await site.read('/ar/topics/pumps')).toContain('<html lang="ar" dir="rtl"');
  });

  it('asks for its moments, page by page, and for those with another topic', async () => {
    const asked: unknown[] = [];
    await using site = await browseSite({}, async ({ filters, offset }) => {
      asked.push([filters, offset]);
      return { ...NOTHING_SAID, total: 30 };
    });
    await tag(site.db);
    await site.read('/en/topics/wells?with=pumps&page=2');
    await site.read('/en/topics/wells?with=none&page=-1');
    expect(asked).toEqual([[{ topic: 'wells', with: 'pumps' }, 6], [{ topic: 'wells' }, 0]]);
  });

  it('is there for what a vocabulary has, and not for what only drafts have', async () => {
    await using site = await browseSite();
    await tag(site.db);
    expect(await site.read('/fr/topics/pumps')).toContain('Rien n’a encore été trouvé à ce sujet.');
    expect((await site.app.request('/en/topics/secret')).status).toBe(404);
  });
});

describe('the page of all topics', () => {
  it.each(UI_LANGUAGES)('has them from the top with those below, and a field that finds one by any of its names: in %s', async (language) => {
    await using site = await browseSite();
    await tag(site.db);
    const { title, find } = browseWords(language).topics;
    const html = await site.read(`/${language}/topics`);
    expect(html).toContain(`<h1>${title}</h1>`);
    expect(html).toContain(`<label for="q">${find}</label>`);
    expect(html.match(/<h3><a href="[^"]*topics\/wells">/g)).toHaveLength(1);
    expect(linksIn(html).filter((href) => href === `/${language}/topics/pumps`)).toHaveLength(2);
    expect(html).not.toContain('Secret');
    const found = await site.read(`/${language}/topics?q=HAND+pump`);
    expect(found.slice(found.indexOf('id="found"'), found.indexOf('id="most"'))).toContain(`/${language}/topics/pumps`);
    expect(linksIn(await site.read(`/${language}/topics/wells`))[0]).toBe(`/${language}/topics`);
  });

  it('leads to what was said where no topic is called so, and says what will be here', async () => {
    await using site = await browseSite();
    expect(linksIn(await site.read('/en/topics?q=no+such'))).toContain('/en/search?q=no+such');
    await sql`delete from meeting_topics`.execute(site.db);
    expect(await site.read('/fr/topics')).toContain(browseWords('fr').topics.noneHint);
    expect((await site.app.request('/topics')).headers.get('location')).toMatch(/^\/..\/topics$/);
  });
});
