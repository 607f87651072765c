/** An id with only the letters that STABLE-RENDITION-ID allows (RFC 8216bis, section 4.4.6.1). */
export function stableId(id: string): string {
  return id.replace(/[^A-Za-z0-9+/=._-]/g, '-');
}
