import project from '../../../package.json' with { type: 'json' };
import { type Check, well, wrong } from '../check.ts';

const least = project.engines.node.replace('>=', '');

export const node: Check = {
  name: 'Node',
  async run({ node: version }) {
    const [[major = 0, minor = 0], [leastMajor = 0, leastMinor = 0]] = [version, least].map((one) =>
      one.split('.').map(Number),
    ) as [number[], number[]];
    const enough = major > leastMajor || (major === leastMajor && minor >= leastMinor);
    return [
      enough
        ? well(version)
        : wrong(`This is ${version}, which is too old. Install ${least} or later, best 22 or 24.`),
    ];
  },
};
