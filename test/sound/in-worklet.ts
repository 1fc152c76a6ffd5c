// What an AudioWorklet of a real browser renders, by its hash: an offline context, so that it takes no longer than
// the machine needs.

import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright-core';
import { launchOptions } from '../tools/chromium.mjs';

export interface InWorklet {
  /** A classic script that registers the processor `song`. */
  readonly script: string;
  /** What the processor gets as its options, each as an ArrayBuffer. */
  readonly options: Readonly<Record<string, Uint8Array | ArrayBuffer>>;
  readonly frames: number;
}

/** The SHA-256 of all of the left side and then all of the right, as floats at 48 kHz. */
export async function hashInWorklet({ script, options, frames }: InWorklet): Promise<string> {
  const server = await serve({
    '/': ['text/html', '<!doctype html><title>a song</title>'],
    '/worklet.js': ['text/javascript', script],
    ...Object.fromEntries(
      Object.entries(options).map(([name, bytes]) => [
        `/options/${name}`,
        ['application/octet-stream', new Uint8Array(bytes)] as const,
      ]),
    ),
  });
  const browser = await chromium.launch(launchOptions());
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return await page.evaluate(
      async ({ names, length }) => {
        const context = new OfflineAudioContext({ numberOfChannels: 2, length, sampleRate: 48_000 });
        await context.audioWorklet.addModule('/worklet.js');
        const processorOptions: Record<string, ArrayBuffer> = {};
        for (const name of names)
          processorOptions[name] = await (await fetch(`/options/${name}`)).arrayBuffer();
        new AudioWorkletNode(context, 'song', {
          numberOfInputs: 0,
          outputChannelCount: [2],
          processorOptions,
        }).connect(context.destination);
        const rendered = await context.startRendering();
        const both = new Float32Array(length * 2);
        both.set(rendered.getChannelData(0), 0);
        both.set(rendered.getChannelData(1), length);
        const digest = await crypto.subtle.digest('SHA-256', both);
        return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      },
      { names: Object.keys(options), length: frames },
    );
  } finally {
    await browser.close();
    server.close();
  }
}

type Files = Readonly<Record<string, readonly [type: string, body: string | Uint8Array]>>;

async function serve(files: Files): Promise<http.Server> {
  const server = http.createServer(({ url }, response) => {
    const found = files[url ?? ''];
    response.writeHead(found ? 200 : 404, { 'content-type': found?.[0] ?? 'text/plain' }).end(found?.[1]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
