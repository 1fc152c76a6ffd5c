// The panel's page: connects the host, and shows the panel.

import './elements.ts';
import './style/panel.css';
import { render } from 'preact';
import { App } from './App.tsx';
import { connectHost } from './host.ts';
import { Panel } from './model/panel.ts';
import { followSystemTheme } from './theme.ts';

const { worklet, core } = document.body.dataset;
if (!worklet || !core) throw new Error('the host served the page without the addresses of worklet and core');

followSystemTheme();
const panel = new Panel(connectHost(), { workletUrl: worklet, core: () => bytesOf(core) });
render(<App panel={panel} />, document.getElementById('panel')!);
window.addEventListener('pagehide', () => {
  panel.player.dispose();
  panel.listening.end();
});

async function bytesOf(address: string): Promise<ArrayBuffer> {
  const response = await fetch(address);
  if (!response.ok)
    throw new Error(
      `${new URL(address, location.href).pathname} answers ${response.status} ${response.statusText}`,
    );
  return response.arrayBuffer();
}
