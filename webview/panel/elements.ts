// The VS Code elements that the panel uses, each imported alone, and their types for JSX.

import '@vscode-elements/elements/dist/vscode-badge/index.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import type { ComponentChildren, HTMLAttributes } from 'preact';

type ElementAttributes = HTMLAttributes<HTMLElement> & { children?: ComponentChildren };

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'vscode-badge': ElementAttributes & { variant?: string };
      'vscode-button': ElementAttributes & { icon?: string; secondary?: boolean; disabled?: boolean };
      'vscode-progress-bar': ElementAttributes & { value?: number; max?: number };
    }
  }
}
