import type { LineReader } from './line-format.ts';

/** Load balancer logs of Amazon: blanks between, quotes around texts with blanks, times in ISO. */
export const alb: LineReader = {
  titles: ['Type', 'Time', 'Load balancer', 'Client', 'Target', 'Status', 'Sent bytes', 'Request', 'User agent', 'Target group'],
  read(line) {
    const parts: string[] = line.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? [];
    // The older kind of balancer begins with the time.
    if (/^\d{4}-\d{2}-\d{2}T/.test(parts[0] ?? '') && parts.length >= 12 && /:\d+$/.test(parts[2] ?? '')) parts.unshift('http');
    const [type = '', time = '', balancer = '', client = '', target = ''] = parts;
    if (parts.length < 13 || !/^\d{4}-\d{2}-\d{2}T/.test(time) || !/^(?:https?|h2|grpcs|wss?)$/.test(type)) return 'broken';
    const bare = (at: number) => (parts[at] ?? '').replace(/^"|"$/g, '');
    return [type, time, balancer, client, target, bare(8), bare(11), bare(12), bare(13), bare(16)];
  },
};
