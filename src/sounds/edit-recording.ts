// What is made of a take's recording, as the id of it says: a part of it, mended, tuned, stretched.

import { checkShape } from '../audio/decoded.ts';
import { declipped } from '../audio/edit/declip.ts';
import type { EditedSound } from '../audio/edit/edited-sound.ts';
import { stretched } from '../audio/edit/stretch.ts';
import { tuned } from '../audio/edit/tune.ts';
import type { TakeEdit } from '../engine/sounds/edits.ts';

/** @throws AudioFileError where what is to be made is larger than a sound may be */
export function editRecording(sound: EditedSound, edit: TakeEdit): EditedSound {
  // Of the whole file: how high it was cut off shows nowhere else for sure.
  const { sampleRate, channels } = edit.declip ? declipped(sound) : sound;
  const from = Math.round(edit.from * sampleRate);
  const to = Math.max(from + 1, Math.round(edit.to * sampleRate));
  const part = { sampleRate, channels: channels.map((channel) => channel.slice(from, to)) };
  const { anchors, tune, loop = false } = edit;
  if (anchors) checkShape(sampleRate, channels.length, Math.round(anchors.at(-1)![1] * sampleRate));
  const sung = tune ? tuned(part, tune) : part;
  return anchors ? stretched(sung, anchors, { loop }) : sung;
}

/** An edit as it stands in an id. @throws Error where it is none: ids come over the wire, too */
export function readEdit(text: string): TakeEdit {
  const edit = JSON.parse(text) as Partial<TakeEdit>;
  const { from, to, anchors, tune, declip } = edit;
  const isEdit =
    isSeconds(from) &&
    isSeconds(to) &&
    from < to &&
    (anchors === undefined || (Array.isArray(anchors) && anchors.length >= 2 && anchors.every(isPair))) &&
    (declip === undefined || declip === true) &&
    (tune === undefined ||
      (isClasses(tune.classes) && Number.isFinite(tune.strength) && (tune.later ?? []).every(isSpan)));
  if (!isEdit) throw new Error('what is to be made of it is not understood.');
  return edit as TakeEdit;
}

const isClasses = (value: unknown): boolean => Array.isArray(value) && value.every(Number.isFinite);

const isSpan = ({ from, classes }: { readonly from?: unknown; readonly classes?: unknown }): boolean =>
  isSeconds(from) && isClasses(classes);

const isSeconds = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= mostSeconds;

const isPair = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && value.every(isSeconds);

/** Four hours: longer than any take. */
const mostSeconds = 14_400;
