import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Findings of axe on the page as it stands, one line each; an empty list is the only good answer. Another theme changes
 * nothing but contrast, and zoom changes everything else, so those two look at their own part only: it saves minutes.
 */
export async function accessibilityFindings(page: Page, part: 'all' | 'contrast' | 'layout' = 'all'): Promise<readonly string[]> {
  // Electron's context cannot open the second page that the newer way of running needs.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const chosen = part === 'contrast' ? axe.withRules(['color-contrast']) : axe.withTags(tags);
  const results = await (part === 'layout' ? chosen.disableRules(['color-contrast']) : chosen).analyze();
  return results.violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${violation.help} — ${node.target.join(' ')} — ${(node.failureSummary ?? '').replaceAll(/\s+/g, ' ')}`,
    ),
  );
}
