import { describe, expect, it } from 'vitest';
import { correct } from './keep-in-step.ts';

describe('keeping in step', () => {
  it('leaves alone what nobody sees', () => expect([correct(30, 5000, 1.5), correct(-30, 5000, 0.5)]).toEqual([{ rate: 1.5 }, { rate: 0.5 }]));

  it('slows down what is ahead and hurries what is behind, in proportion to the speed', () => {
    expect(correct(100, 5000, 1)).toEqual({ rate: 0.9 });
    expect(correct(-100, 5000, 2)).toEqual({ rate: 2.2 });
    expect(correct(600, 5000, 1)).toEqual({ rate: 0.6 });
  });

  it('jumps where catching up would take too long', () => expect([correct(750, 5000, 1), correct(-4000, 5000, 1)]).toEqual([{ seekMs: 5000 }, { seekMs: 5000 }]));

  it('comes into step from anywhere within seconds, at any speed', () => {
    for (const rate of [0.5, 1, 2]) {
      for (const start of [-5000, -690, -60, 45, 650, 3000]) {
        let [leader, follower] = [10_000, 10_000 + start];
        for (let looks = 0; looks < 24; looks++) {
          const step = correct(follower - leader, leader, rate);
          if ('seekMs' in step) follower = step.seekMs - 200; // a jump takes a while, and the leader goes on
          const speed = 'rate' in step ? step.rate : rate;
          leader += 250 * rate;
          follower += 250 * speed;
        }
        expect(Math.abs(follower - leader)).toBeLessThanOrEqual(40);
      }
    }
  });
});
