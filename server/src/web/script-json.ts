/** JSON that may stand inside `<script>`: nothing in it ends the element or begins a comment. */
export const scriptJson = (data: unknown): string =>
  JSON.stringify(data).replace(/[<\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
