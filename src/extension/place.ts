// Where the built parts stand in the extension's folder, and which of them are missing.

import * as vscode from 'vscode';

export const place = {
  core: 'dist/core.wasm',
  server: 'dist/server.cjs',
  bounceWorker: 'dist/render-worker.js',
  panelTemplate: 'dist/webview/index.html',
  stageTemplate: 'dist/webview/stage.html',
  stageScript: 'dist/webview/stage.js',
  panelScript: 'dist/webview/panel.js',
  panelFolder: 'dist/webview/',
  worklet: 'dist/webview/worklet.js',
} as const;

/** The parts without which nothing plays, that are not there. */
export async function missingParts(extension: vscode.Uri): Promise<readonly string[]> {
  const needed = Object.values(place);
  const there = await Promise.all(needed.map((file) => exists(vscode.Uri.joinPath(extension, file))));
  return needed.filter((_, index) => !there[index]);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
