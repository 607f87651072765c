import { describe, expect, it } from 'vitest';
import { humanised, isSlug, latinSlug, meetingSlug, nameSlug, numbered } from './slug.domain.ts';

const bare = { symbol: null, starts: null };

describe('the address of a meeting', () => {
  it.each([
    [{ fr: 'Réforme', en: 'Security sector reform: open debate' }, 'security-sector-reform-open-debate'],
    [{ ar: 'إصلاح', fr: 'L’œuvre d’une élève — n° 2' }, 'l-oeuvre-d-une-eleve-n-2'],
    [{ en: "Women's rights & peace" }, 'womens-rights-peace'],
    [{ pl: 'Łódź' }, 'lodz'],
    [{ vi: 'Đối thoại' }, 'doi-thoai'],
    [{ de: 'Straße' }, 'strasse'],
    [{ en: '<script>alert(1)</script>' }, 'script-alert-1-script'],
    [{ en: '../../etc/passwd' }, 'etc-passwd'],
  ])('comes from the title %j', (title, slug) => {
    expect(meetingSlug({ title, ...bare })).toBe(slug);
  });

  it('comes from the symbol or the date when no title has Latin letters', () => {
    const title = { ar: 'إصلاح قطاع الأمن', zh: '安全部门改革 2020' };
    expect(meetingSlug({ title, symbol: 'S/PV.8775 (Resumption 1)', starts: '2020-12-03T15:00:00.000Z' })).toBe('s-pv-8775-resumption-1');
    expect(meetingSlug({ title, symbol: null, starts: '2020-12-03T15:00:00.000Z' })).toBe('meeting-2020-12-03');
    expect(meetingSlug({ title: { en: '🎉🎉' }, ...bare })).toBe('meeting');
  });

  it('never looks like an id', () => {
    expect(meetingSlug({ title: { en: '123e4567-e89b-12d3-a456-426614174000' }, ...bare })).toBe('meeting');
  });

  it('is cut between words', () => {
    const slug = latinSlug('A very long title about the maintenance of international peace and security in all regions');
    expect(slug).toBe('a-very-long-title-about-the-maintenance-of-international-peace-and-security-in');
    expect(latinSlug('x'.repeat(500))).toHaveLength(80);
  });

  it('is numbered when it is taken', () => {
    expect([1, 2, 3].map((n) => numbered('title', n))).toEqual(['title', 'title-2', 'title-3']);
  });
});

describe('the address of a name', () => {
  it('keeps the letters of any script', () => {
    expect(nameSlug({ ar: 'محمد علي' }, 'speaker')).toBe('محمد-علي');
    expect(nameSlug({ zh: '张 明' }, 'speaker')).toBe('张-明');
    expect(nameSlug({ hi: 'नरेंद्र' }, 'speaker')).toBe('नरेंद्र');
    expect(nameSlug({ ar: 'جين دو', en: 'Jane Doe' }, 'speaker')).toBe('jane-doe');
  });

  it('tells names of signs alone apart, and is the same each time', () => {
    const party = nameSlug({ en: '🎉' }, 'speaker');
    expect(party).toMatch(/^speaker-[0-9a-z]+$/);
    expect(nameSlug({ en: '🎉' }, 'speaker')).toBe(party);
    expect(nameSlug({ en: '👻' }, 'speaker')).not.toBe(party);
  });

  it('is always a slug, and is kept when it is cut inside a pair', () => {
    for (const name of ['\u202eabc', 'a\u0000b', '\ud83d', `${'x'.repeat(79)}𝒳𝒳`, '𐐀'.repeat(60), '-', '́', 'ﷺ', 'İstanbul', 'ǅ', '1;DROP TABLE']) {
      const slug = nameSlug({ en: name }, 'speaker');
      expect([name, isSlug(slug), slug.isWellFormed()]).toEqual([name, true, true]);
    }
  });
});

describe('what people write as a slug', () => {
  it.each(['security-council', 'a', '2020', 'محمد-علي', '安全'])('takes %s', (slug) => expect(isSlug(slug)).toBe(true));
  it.each(['', 'A', 'a b', 'a--b', '-a', 'a-', 'a/b', 'a.b', '123e4567-e89b-12d3-a456-426614174000', 'x'.repeat(121), 'e\u0301'])('refuses %j', (slug) => {
    expect(isSlug(slug)).toBe(false);
  });
  it('can be read as words', () => expect(humanised('security-council')).toBe('Security council'));
});
