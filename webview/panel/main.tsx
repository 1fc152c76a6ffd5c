// The panel's page: connects the host, and shows the panel.

import './elements.ts';
import './style/panel.css';
import { render } from 'preact';
import { App } from './App.tsx';
import { connectHost } from './host.ts';
import { endFrames } from './model/frames.ts';
import { Panel } from './model/panel.ts';
import { followSystemTheme } from './theme.ts';

const { worklet, core, meters } = document.body.dataset;
if (!worklet || !core || !meters)
  throw new Error('the host served the page without the addresses of worklet, core and meters');

followSystemTheme();
const panel = new Panel(connectHost(), {
  workletUrl: worklet,
  metersUrl: meters,
  core: () => bytesOf(core),
});
const root = document.getElementById('panel')!;
render(<App panel={panel} />, root);
window.addEventListener('pagehide', () => {
  panel.dispose();
  render(null, root);
  endFrames();
});

async function bytesOf(address: string): Promise<ArrayBuffer> {
  const response = await fetch(address);
  if (!response.ok)
    throw new Error(
      `${new URL(address, location.href).pathname} answers ${response.status} ${response.statusText}`,
    );
  return response.arrayBuffer();
}
