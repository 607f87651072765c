import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { Page } from './site.ts';
import { Words } from './words.tsx';

async function shown(text: Record<string, string>, language: Page['language']): Promise<string> {
  const app = new Hono().get('/', (c) => c.html(<p><Words text={text} page={{ language } as Page} /></p>));
  return (await (await app.request('/')).text()).slice('<p>'.length, -'</p>'.length);
}

describe('words of a meeting', () => {
  it('are marked with their language where it is not the page’s', async () => {
    expect(await shown({ ar: 'جلسة' }, 'en')).toBe('<span lang="ar" dir="rtl">جلسة</span>');
    expect(await shown({ ar: 'جلسة', en: 'A meeting' }, 'en')).toBe('A meeting');
  });

  it('in French keep their tall signs on the line', async () => {
    expect(await shown({ fr: 'Réforme : qui paie ? « Nous »' }, 'fr')).toBe('Réforme\u00A0: qui paie\u00A0? «\u00A0Nous\u00A0»');
    expect(await shown({ en: 'Reform : who' }, 'en')).toBe('Reform : who');
  });
});
