/** The primary language of a tag (BCP 47) in lower case: `zh` for `zh-Hant-HK`. */
export const baseOf = (tag: string): string => tag.split('-', 1)[0]?.toLowerCase() ?? '';
