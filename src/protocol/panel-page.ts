// The panel's page, as both hosts serve it: the template webview/panel/index.html with the marks filled
// in that only the host knows. `{{nonce}}`: of this one showing; `{{csp}}`: the content security policy;
// `{{base}}`: where dist/webview is served, ending in a slash; `{{core}}`: the address of core.wasm.

export interface PanelPlace {
  readonly nonce: string;
  /** Sources that scripts, styles, fonts and fetches may come from (`webview.cspSource`, or `'self'`). */
  readonly source: string;
  readonly base: string;
  readonly core: string;
}

/** The page for one showing; every mark of the template is filled. */
export function panelPage(template: string, place: PanelPlace): string {
  const values: Readonly<Record<string, string>> = {
    nonce: place.nonce,
    csp: panelPolicy(place),
    base: place.base,
    core: place.core,
  };
  return template.replace(/\{\{(\w+)\}\}/g, (mark, name: string) => escapeAttribute(values[name] ?? mark));
}

/**
 * What the panel may do: our script, worklets and Tone.js's timer (both from blobs), WebAssembly; no
 * other host, no form, no frame.
 */
function panelPolicy({ nonce, source }: PanelPlace): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' ${source} blob: 'wasm-unsafe-eval'`,
    // Sizes of meters and lanes are set by style attributes.
    `style-src ${source} 'unsafe-inline'`,
    `font-src ${source}`,
    `img-src ${source} data:`,
    `connect-src ${source}`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

const escapeAttribute = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
