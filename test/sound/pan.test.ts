// Pan, of a track and of a bus: how it shares a sound out between the speakers, by every pan law.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { tone } from './held-tone.ts';
import { cut, decibels, listen, rms } from './listen.ts';
import { near } from './near.ts';
import { programOf } from './programs.ts';

suite('Pan', () => {
  test('pan shares a track out by equal power', () => {
    const centre = cut(listen(programOf({ tracks: [tone(440)] }), 1), 0.5, 1);
    const whole = rms(centre.left) * Math.SQRT2;
    for (const pan of [-1, -0.5, 0, 0.3, 1]) {
      const { left, right } = cut(listen(programOf({ tracks: [tone(440, { strip: { pan } })] }), 1), 0.5, 1);
      const angle = ((pan + 1) * Math.PI) / 4;
      near(rms(left) / whole, Math.cos(angle), 1e-4, `left at ${pan}`);
      near(rms(right) / whole, Math.sin(angle), 1e-4, `right at ${pan}`);
    }
  });

  test('a pan law sets the middle; the sides stay, and at -6 dB both add up to the same everywhere', () => {
    // Web Audio's equal power, raised so that the middle of -3, -4.5 and -6 dB is that many times half the power.
    for (const law of [1, 1.5, 1.75, 2]) {
      const at = (pan: number): { left: number; right: number } => {
        const sound = cut(listen(programOf({ tracks: [tone(440, { strip: { pan, law } })] }), 0.3), 0.1, 0.3);
        return { left: rms(sound.left), right: rms(sound.right) };
      };
      const whole = at(-1).left;
      near(decibels(at(0).left / whole), -10 * law * Math.log10(2), 0.001, `the middle of ${law}`);
      near(at(1).right / whole, 1, 1e-5, `the right of ${law}`);
      assert.equal(at(-1).right, 0);
      assert.equal(at(1).left, 0);
      for (const pan of [-0.3, 0, 0.8]) {
        const { left, right } = at(pan);
        const angle = ((pan + 1) * Math.PI) / 4;
        near(left / whole, Math.cos(angle) ** law, 1e-4, `left of ${law} at ${pan}`);
        near(right / whole, Math.sin(angle) ** law, 1e-4, `right of ${law} at ${pan}`);
        if (law === 2) near((left + right) / whole, 1, 1e-4, `both at ${pan}`);
        if (law === 1) near((left ** 2 + right ** 2) / whole ** 2, 1, 1e-4, `the power at ${pan}`);
      }
    }
  });

  test('a pan law leaves a stereo sound as it is in the middle, and folds its sides by the same law', () => {
    const at = (pan: number, law: number): { left: number; right: number } => {
      const strip = { pan: -1, level: 0.2 };
      const [both, alone] = [[{ pan, law }], []].map((buses) =>
        cut(
          listen(programOf({ tracks: [tone(440, { strip, sends: buses.map(() => 1) })], buses }), 0.4),
          0.2,
          0.4,
        ),
      );
      return { left: rms(both!.left) / rms(alone!.left) - 1, right: rms(both!.right) / rms(alone!.left) };
    };
    for (const law of [1, 1.5, 2]) {
      near(at(0, law).left, 1, 1e-3, `the middle of ${law}`);
      near(at(0.5, law).left, Math.SQRT1_2 ** law, 1e-3, `left of ${law}, half right`);
      near(at(0.5, law).right, Math.SQRT1_2 ** law, 1e-3, `right of ${law}, half right`);
    }
  });

  test('pan folds one side of a bus into the other', () => {
    const at = (pan: number): { left: number; right: number } => {
      // Quiet enough that the limiter has nothing to do.
      const program = programOf({
        tracks: [tone(440, { strip: { pan: -1, level: 0.2 }, sends: [1] })],
        buses: [{ pan }],
      });
      const dry = programOf({ tracks: [tone(440, { strip: { pan: -1, level: 0.2 } })] });
      const [both, alone] = [program, dry].map((played) => cut(listen(played, 1), 0.5, 1));
      return { left: rms(both!.left) / rms(alone!.left) - 1, right: rms(both!.right) / rms(alone!.left) };
    };
    near(at(0).left, 1, 1e-3, 'left, centre');
    near(at(0).right, 0, 1e-3, 'right, centre');
    near(at(0.5).left, Math.SQRT1_2, 1e-3, 'left, half right');
    near(at(0.5).right, Math.SQRT1_2, 1e-3, 'right, half right');
    near(at(-1).left, 1, 1e-3, 'left, left');
    near(at(1).left, 0, 1e-3, 'left, right');
    near(at(1).right, 1, 1e-3, 'right, right');
  });
});
