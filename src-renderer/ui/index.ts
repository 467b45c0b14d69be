/** The design system. Features import from here and from nowhere below. */

export { useAppearance, useMedia } from './appearance.tsx';
export { Button, IconButton, LinkButton } from './Button.tsx';
export { type Bundle, bundle } from './bundle.tsx';
export { Burndown, type BurndownPoint } from './chart/Burndown.tsx';
export { Chart } from './chart/Chart.tsx';
export { ElementRadar } from './chart/ElementRadar.tsx';
export { RangeChart, type RangeSeries } from './chart/RangeChart.tsx';
export { type MapPoint, type MapRegion, RuleMap } from './chart/RuleMap.tsx';
export { type Share, StackedBar } from './chart/StackedBar.tsx';
export { Checkbox, type Choice, ChoiceCards, Segmented, Switch } from './choices.tsx';
export { Day } from './Day.tsx';
export { DayField, dayOf } from './DayField.tsx';
export { ConfirmDialog, Dialog } from './Dialog.tsx';
export { Field, type FieldProps } from './Field.tsx';
export { FileDrop, useFileOverWindow } from './FileDrop.tsx';
export {
  ArithmeticWell,
  FactList,
  type FactRow,
  KeyValueGrid,
  QuestionList,
  type QuestionRow,
  SourceLink,
  type TileFigure,
  TileStrip,
  ToneIcon,
  TraceItem,
  TraceList,
  TwoSides,
  Well,
} from './facts.tsx';
export { Icon, type IconType } from './Icon.tsx';
export { Inspector, SplitPane } from './Inspector.tsx';
export { default as importClasses } from './import/import.module.css';
export { type GuessWord, type MappedColumn, MappingTable } from './import/MappingTable.tsx';
export { Pager } from './import/Pager.tsx';
export { ProblemList, RowShares } from './import/ProblemList.tsx';
export { ReadAs, Samples } from './import/ReadAs.tsx';
export { SheetPreview } from './import/SheetPreview.tsx';
export { DelimiterSelect, HeaderRowSelect, SheetSelect, TextEncodingSelect } from './import/TextFileSelects.tsx';
export { Kbd } from './Kbd.tsx';
export { Logo } from './Logo.tsx';
export {
  Avatar,
  type Crumb,
  FilterChips,
  ListFooter,
  Page,
  PageHeader,
  Panel,
  Section,
  Swatch,
  Toolbar,
  type WorkspaceColour,
  workspaceColours,
} from './layout.tsx';
export { Menu, type MenuGroup, type MenuItem } from './Menu.tsx';
export { NumberField } from './NumberField.tsx';
export { HistoryPlaces, PartyPlaces, type ProgrammePlace, ProgrammePlaces, QualityPlaces, RulePlaces } from './PlaceTabs.tsx';
export { Popover } from './Popover.tsx';
export { PaperChoice, usePaper } from './paper.tsx';
export { isBoolean, isNumber, isString, usePreference } from './preferences.tsx';
export { MathText, Quantity } from './Quantity.tsx';
export { RangeAgainstLimit, RangeBar } from './RangeBar.tsx';
export type { Limit, Range } from './range-scale.ts';
export { evidenceHref, historyHref, recordHref } from './record-href.ts';
export { MultiSelect, Select, type SelectOption } from './Select.tsx';
export { SheetDesk } from './sheet/SheetDesk.tsx';
export { SheetFrame, SheetOptions, useSheetZoom } from './sheet/SheetPreview.tsx';
export { useFoldedSidebar } from './shell-context.tsx';
export { isTyping, matchesShortcut } from './shortcut.ts';
export { EmptyState, ErrorState, type Failure, LoadingState, Progress, ProgressBar } from './states.tsx';
export {
  EnforcementWord,
  Note,
  type Standing,
  StandingStatus,
  StatusBadge,
  StatusText,
  standingTone,
  TextStatusWord,
  type Tone,
  VerdictLine,
  VerdictStatus,
  verdictTone,
} from './status.tsx';
export { type Tab, TabPanel, Tabs } from './Tabs.tsx';
export { PassphraseField, TextArea, TextField } from './TextField.tsx';
export { Tooltip } from './Tooltip.tsx';
export { ColumnsButton } from './table/ColumnsButton.tsx';
export { type TableColumn, type TableLayout, useTableLayout } from './table/columns.ts';
export { DataTable, type DataTableProps } from './table/DataTable.tsx';
export type { Sort } from './table/DataTableHeader.tsx';
export { type RowGroup, type SimpleColumn, SimpleTable } from './table/SimpleTable.tsx';
export { allSelected, isSelected, nothingSelected, type Selection, selectedCount, withSelected } from './table/selection.ts';
export { type ProductText, useText } from './text.tsx';
export { type Toast, useToast } from './toasts.tsx';
export { useGoOn } from './use-go-on.ts';
export { useWidth } from './use-width.ts';
export { Meaning, type StepState, Wizard, type WizardStep } from './Wizard.tsx';
