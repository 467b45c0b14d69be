import type { Page } from '@playwright/test';

/** Records of the demo workspace that screens are shown with. */
export interface DemoRecords {
  /** A model whose classification hangs on an open question. */
  readonly undeterminedModel: string;
  /** A model that meets an entry. */
  readonly controlledModel: string;
  readonly chip: string;
  /** A possible deemed export that the audit of the demo's access log found. */
  readonly finding: string;
  /** A party with a possible match to decide. */
  readonly party: string;
  /** A party with two tiers of owners above it. */
  readonly ownedParty: string;
  /** An open task of the plan; empty where no plan is in force. */
  readonly task: string;
  /** An incident under way. */
  readonly incident: string;
  /** A transfer that checks hold. */
  readonly transfer: string;
}

/** Goes to a route of the open workspace and waits until its screen stands still. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, path);
  await settled(page);
}

/** Waits until nothing on the page is loading, its fonts are there and two frames went by. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('#root')?.childElementCount !== 0);
  await page.waitForFunction(() => document.querySelectorAll('[aria-busy="true"], [data-loading="true"]').length === 0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}
