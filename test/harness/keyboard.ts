import { expect, type Locator, type Page } from '@playwright/test';

const mostTabs = 120;

/**
 * Works the app by keys alone, as somebody without a pointing device does. Reaching a control means pressing Tab until it
 * has the focus; a control that Tab never reaches fails the test, and so does one whose focus cannot be seen.
 */
export interface Hands {
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Tabs forward to the control. */
  readonly reach: (control: Locator) => Promise<void>;
  /** Tabs to a field and replaces what it holds. */
  readonly fill: (control: Locator, text: string) => Promise<void>;
  /** Tabs to a control and presses Enter. */
  readonly activate: (control: Locator) => Promise<void>;
  /** Takes the next option of the list that the last key opens: keys come only once it stands there. */
  readonly choose: () => Promise<void>;
}

/** Writes a text and presses Enter in one go in the field that has the focus: no answer to any of it can have come and been drawn. */
export const enterAtOnce = (page: Page, text: string): Promise<void> =>
  page.evaluate((whole) => {
    const field = document.activeElement as HTMLInputElement;
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    for (const length of [1, 3, whole.length]) {
      write?.call(field, whole.slice(0, length));
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }));
  }, text);

export function keyboardOnly(page: Page): Hands {
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const type = (text: string) => page.keyboard.type(text);

  const reach = async (control: Locator): Promise<void> => {
    await expect(control).toBeVisible();
    for (let tabs = 0; tabs <= mostTabs; tabs += 1) {
      if (await control.evaluate((element) => element === document.activeElement)) {
        await expectVisibleFocus(control);
        return;
      }
      await page.keyboard.press('Tab');
    }
    throw new Error(`${mostTabs} presses of Tab did not reach ${control.toString()}`);
  };

  return {
    press,
    type,
    reach,
    fill: async (control, text) => {
      await reach(control);
      await press('Control+A');
      await type(text);
    },
    activate: async (control) => {
      await reach(control);
      await press('Enter');
    },
    choose: async () => {
      await expect(page.getByRole('option').first()).toBeVisible();
      await press('ArrowDown', 'Enter');
    },
  };
}

/** In the dialog that asks how something leaves: takes a format, where another than the one offered is wanted, and saves or prints. */
export async function saveAs(page: Page, format?: string): Promise<void> {
  const dialog = page.getByRole('dialog').last();
  if (format !== undefined) {
    await dialog.getByRole('button', { name: 'Format' }).press('Enter');
    await page.getByRole('option', { name: format }).click();
  }
  await dialog.getByRole('button', { name: format === 'On paper' ? 'Print' : 'Save', exact: true }).press('Enter');
}

/** The focus must be drawn: by an outline, a ring or a frame on the control itself or on the box around it. */
async function expectVisibleFocus(control: Locator): Promise<void> {
  const drawn = await control.evaluate((element) => {
    const candidates: (Element | null)[] = [
      element,
      element.parentElement,
      element.parentElement?.parentElement ?? null,
      element.nextElementSibling,
      element.closest('label'),
    ];
    return candidates.some((one) => {
      if (one === null) return false;
      const style = getComputedStyle(one);
      return (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    });
  });
  expect(drawn, `the focus on ${control.toString()} cannot be seen`).toBe(true);
}
