import { amazon } from './amazon.ts';
import { codeHosts } from './code-hosts.ts';
import { google } from './google.ts';
import { machineLearning } from './machine-learning.ts';
import { microsoft } from './microsoft.ts';
import { networks } from './networks.ts';
import { okta } from './okta.ts';
import type { LogPreset } from './preset.ts';
import { providers } from './providers.ts';

/** Every export we know, by product. */
export const logPresets: readonly LogPreset[] = [
  ...microsoft,
  ...okta,
  ...google,
  ...amazon,
  ...codeHosts,
  ...machineLearning,
  ...networks,
  ...providers,
];

export const presetById = (id: string): LogPreset | undefined => logPresets.find((preset) => preset.id === id);
