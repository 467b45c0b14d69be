/** What the room shows, fetched when a person goes there. */
export { AssetFiguresScreen } from './AssetFiguresScreen.tsx';
export { CalculatorScreen } from './CalculatorScreen.tsx';
