// What of JavaScript's own a song in TypeScript may use: no page, no network, no timers. By the names of its files, as the
// service takes them; a name that it does not find leaves it without arrays.

export const songLibraries = ['lib.esnext.d.ts'];
