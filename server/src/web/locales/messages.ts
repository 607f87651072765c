import type en from './en.ts';

/** A text for each plural form the language has (CLDR); `{n}` is the number. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }>;

type Words<T> = T extends string ? string : T extends { readonly other: string; readonly one: string } ? Plural : { readonly [K in keyof T]: Words<T[K]> };

/** The same keys as an English set of texts: texts, plurals where English has a plural. */
export type MessagesOf<T> = Words<T>;

/** Every text that pages share: English sets the keys, each language has them all. */
export type Messages = MessagesOf<typeof en>;
