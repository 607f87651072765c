/** A heading that can be linked to, and its paragraph. */
export function Part({ id, title, text }: { readonly id: string; readonly title: string; readonly text: string }) {
  return <><h2 id={id}>{title}</h2><p>{text}</p></>;
}
