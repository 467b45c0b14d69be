import { Menu as MantineMenu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Fragment, type ReactElement } from 'react';
import { Icon, type IconType } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import classes from './overlay.module.css';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconType;
  readonly shortcut?: string | undefined;
  readonly checked?: boolean;
  readonly danger?: boolean;
  readonly disabledBecause?: string | undefined;
  readonly onSelect: () => void;
}

export interface MenuGroup {
  readonly label?: string;
  readonly items: readonly MenuItem[];
}

interface MenuProps {
  readonly groups: readonly MenuGroup[];
  /** The button that opens it. */
  readonly children: ReactElement;
  readonly align?: 'start' | 'end';
  /** Keeps the menu open after a choice, for lists of check marks. */
  readonly stayOpen?: boolean;
  /** Where something besides the button opens it, such as a key. */
  readonly opened?: boolean;
  readonly onChange?: (opened: boolean) => void;
}

/** A list of actions behind a button: arrows move, letters jump, `Esc` closes and gives the focus back. */
export function Menu({ groups, children, align = 'start', stayOpen = false, opened, onChange }: MenuProps) {
  return (
    <MantineMenu
      position={align === 'end' ? 'bottom-end' : 'bottom-start'}
      offset={4}
      closeOnItemClick={!stayOpen}
      transitionProps={{ duration: 0 }}
      {...(opened === undefined ? {} : { opened })}
      {...(onChange === undefined ? {} : { onChange })}
      classNames={{
        dropdown: classes['floating'] ?? '',
        item: classes['item'] ?? '',
        label: classes['menuLabel'] ?? '',
        divider: classes['divider'] ?? '',
      }}
    >
      <MantineMenu.Target>{children}</MantineMenu.Target>
      <MantineMenu.Dropdown>
        {groups.map((group, place) => (
          <Fragment key={group.label ?? place}>
            {place > 0 ? <MantineMenu.Divider /> : null}
            {group.label === undefined ? null : <MantineMenu.Label>{group.label}</MantineMenu.Label>}
            {group.items.map((item) => (
              <Item key={item.id} item={item} />
            ))}
          </Fragment>
        ))}
      </MantineMenu.Dropdown>
    </MantineMenu>
  );
}

function Item({ item }: { readonly item: MenuItem }) {
  return (
    <MantineMenu.Item
      role={item.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
      aria-checked={item.checked}
      aria-disabled={item.disabledBecause === undefined ? undefined : true}
      title={item.disabledBecause}
      data-danger={item.danger === true ? '' : undefined}
      leftSection={
        item.checked === undefined ? (
          item.icon && <Icon of={item.icon} />
        ) : (
          <span className={classes['tick']}>{item.checked ? <Icon of={IconCheck} /> : null}</span>
        )
      }
      rightSection={item.shortcut === undefined ? undefined : <Kbd shortcut={item.shortcut} />}
      onClick={() => (item.disabledBecause === undefined ? item.onSelect() : undefined)}
    >
      {item.label}
    </MantineMenu.Item>
  );
}
