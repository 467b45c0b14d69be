import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PlanPack } from './plan-pack.ts';

const folder = 'resources/plans';
const shipped = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => PlanPack.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
const standard = shipped.find(({ id }) => id === 'standard');

describe('the plans that come with the program', () => {
  it('are three, with about forty tasks in the standard one, all with purpose and role', () => {
    expect(shipped.map(({ id }) => id).sort()).toEqual(['consultant', 'small-company', 'standard']);
    expect(standard?.tasks.length).toBeGreaterThanOrEqual(38);
    for (const { tasks } of shipped)
      for (const task of tasks) {
        expect(task.purpose, task.key).not.toBe('');
        expect(task.ownerRole, task.key).not.toBeNull();
      }
  });

  it('keep each task inside the weeks of its phase, and end with week 13', () => {
    for (const { id, phases, tasks } of shipped) {
      for (const task of tasks) {
        const weeks = phases.find(({ phase }) => phase === task.phase);
        expect(task.startDay, `${id} ${task.key}`).toBeGreaterThanOrEqual(((weeks?.from ?? 0) - 1) * 5 + 1);
        expect(task.startDay + task.days - 1, `${id} ${task.key}`).toBeLessThanOrEqual((weeks?.to ?? 0) * 5);
      }
      expect(Math.max(...tasks.map(({ startDay, days }) => startDay + days - 1))).toBe(65);
    }
  });

  it('prove themselves from the data in every phase that has data', () => {
    for (const { id, tasks } of shipped)
      for (const phase of ['map', 'identify', 'audit'] as const)
        expect(
          tasks.some((task) => task.phase === phase && task.measure !== null),
          `${id} ${phase}`,
        ).toBe(true);
  });
});

describe('a plan pack', () => {
  const broken = (change: (pack: PlanPack) => void) => {
    const pack = structuredClone(standard) as PlanPack;
    change(pack);
    return PlanPack.safeParse(pack).error?.issues.map(({ message }) => message);
  };

  it('is refused with the place where a task waits for one that does not exist or ends later', () => {
    expect(broken(({ tasks }) => tasks[3]?.dependsOn.push('nobody'))).toContain('No task has the key nobody');
    expect(broken(({ tasks }) => tasks[0]?.dependsOn.push('sign-off'))).toContain('Starts before sign-off ends');
    expect(broken(({ tasks }) => tasks.push(...tasks.slice(0, 1)))).toContain('Two tasks have the same key');
  });
});
