// Tone.js writes its version to the console when it loads, unless told before. Imported ahead of it.

(globalThis as { TONE_SILENCE_LOGGING?: boolean }).TONE_SILENCE_LOGGING = true;

export {};
