# Builds the coach, and runs it as nobody on a root that may be read-only: all it writes is the store,
# on the volume /data. `compose.yaml` starts it so.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# The build itself follows below, once its sources are here.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json ./
COPY src src
RUN npm run -s build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:22-bookworm-slim
ENV NODE_ENV=production STORE_URL=sqlite:/data/match-coach.sqlite METRICS_PORT=9464
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY knowledge knowledge
COPY prompts prompts
# 65534 is nobody. A new volume takes over whose the folder is.
RUN mkdir /data && chown 65534:65534 /data
USER 65534:65534
VOLUME /data
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.METRICS_PORT}/health`).then(({ok}) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# node itself, and not npm, so that a stop reaches it.
ENTRYPOINT ["node", "dist/main.js"]
CMD ["serve"]
