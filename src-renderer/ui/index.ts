/** The design system. Features import from here and from nowhere below. */
export { Icon, type IconType } from './Icon.tsx';
export { Button, IconButton, LinkButton } from './Button.tsx';
export { Kbd } from './Kbd.tsx';
export { Tooltip } from './Tooltip.tsx';
export { Menu, type MenuGroup, type MenuItem } from './Menu.tsx';
export { Popover } from './Popover.tsx';
export { Field, type FieldProps } from './Field.tsx';
export { PassphraseField, TextArea, TextField } from './TextField.tsx';
export { NumberField } from './NumberField.tsx';
export { MultiSelect, Select, type SelectOption } from './Select.tsx';
export { Checkbox, ChoiceCards, Segmented, Switch, type Choice } from './choices.tsx';
export { TabPanel, Tabs, type Tab } from './Tabs.tsx';
export {
  EnforcementWord, Note, StandingStatus, standingTone, StatusBadge, StatusText, TextStatusWord, VerdictLine, VerdictStatus, verdictTone,
  type Standing, type Tone,
} from './status.tsx';
export {
  Avatar, FilterChips, ListFooter, Page, PageHeader, Panel, Section, Swatch, Toolbar, workspaceColours, type Crumb, type WorkspaceColour,
} from './layout.tsx';
export { EmptyState, ErrorState, LoadingState, Progress, ProgressBar, type Failure } from './states.tsx';
export { useTableLayout, type TableColumn, type TableLayout } from './table/columns.ts';
export { ColumnsButton } from './table/ColumnsButton.tsx';
export { DataTable } from './table/DataTable.tsx';
export type { Sort } from './table/DataTableHeader.tsx';
export { allSelected, isSelected, nothingSelected, selectedCount, withSelected, type Selection } from './table/selection.ts';
export { SimpleTable, type RowGroup, type SimpleColumn } from './table/SimpleTable.tsx';
export { Inspector, SplitPane } from './Inspector.tsx';
export { Meaning, Wizard, type StepState, type WizardStep } from './Wizard.tsx';
export {
  ArithmeticWell, FactList, KeyValueGrid, QuestionList, SourceLink, TileStrip, ToneIcon, TraceItem, TraceList, TwoSides, Well,
  type FactRow, type QuestionRow, type TileFigure,
} from './facts.tsx';
export { MathText, Quantity } from './Quantity.tsx';
export { RangeAgainstLimit, RangeBar } from './RangeBar.tsx';
export type { Limit, Range } from './range-scale.ts';
export { ConfirmDialog, Dialog } from './Dialog.tsx';
export { useToast, type Toast } from './toasts.tsx';
export { FileDrop } from './FileDrop.tsx';
export { useText, type ProductText } from './text.tsx';
export { useAppearance, useMedia } from './appearance.tsx';
export { isBoolean, isNumber, isString, usePreference } from './preferences.tsx';
export { useFoldedSidebar } from './shell-context.tsx';
export { isTyping, matchesShortcut } from './shortcut.ts';
export { Logo } from './Logo.tsx';
export { RangeChart, type RangeSeries } from './chart/RangeChart.tsx';
export { RuleMap, type MapPoint, type MapRegion } from './chart/RuleMap.tsx';
export { StackedBar, type Share } from './chart/StackedBar.tsx';
