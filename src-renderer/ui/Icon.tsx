import type { ComponentType } from 'react';

/** An outline icon of the Tabler set, or one of ours with the same props. */
export type IconType = ComponentType<{ size?: number | string; stroke?: number | string; className?: string; 'aria-hidden'?: boolean }>;

interface IconProps {
  readonly of: IconType;
  readonly size?: 12 | 14 | 16 | 18 | 20;
  readonly className?: string | undefined;
}

/** Draws an icon in the line weight of the product. Always silent to a screen reader: the word beside it speaks. */
export function Icon({ of: Shape, size = 16, className }: IconProps) {
  return <Shape aria-hidden size={size} stroke={1.6} className={className ?? ''} />;
}
