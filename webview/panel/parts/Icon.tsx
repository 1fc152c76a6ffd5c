// A codicon, for the eye only: what it means stands in the label of the control around it.

export function Icon({ name }: { readonly name: string }) {
  return <span class={`codicon codicon-${name}`} aria-hidden="true" />;
}
