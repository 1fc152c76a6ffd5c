// Light or dark where no editor says it: the system's choice, as a class on the body.

/** Does nothing where VS Code (or a page that speaks as it does) has given the body a `vscode-*` class. */
export function followSystemTheme(): void {
  const light = window.matchMedia('(prefers-color-scheme: light)');
  const follow = (): void => {
    const told = [...document.body.classList].some((name) => name.startsWith('vscode-'));
    document.body.classList.toggle('light', !told && light.matches);
  };
  follow();
  light.addEventListener('change', follow);
  new MutationObserver(follow).observe(document.body, { attributes: true, attributeFilter: ['class'] });
}
