// What TypeScript must know of files and elements that are not modules of ours.

declare module '*.css';
