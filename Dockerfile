FROM node:24-bookworm-slim AS build
WORKDIR /opt/openfloor
COPY . .
# The image has Node 24, so the copy that npm brings for other machines can go.
RUN npm ci --include=dev --no-audit --no-fund --loglevel=error \
 && node tools/build.mjs \
 && npm prune --omit=dev --no-audit --no-fund --loglevel=error \
 && rm -rf node_modules/node node_modules/.bin/node node_modules/.cache

FROM node:24-bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends ffmpeg fonts-noto-core fonts-noto-cjk \
 && rm -rf /var/lib/apt/lists/*
COPY --from=build /opt/openfloor /opt/openfloor
RUN ln -s /opt/openfloor/server/bin/openfloor.mjs /usr/local/bin/openfloor \
 && install -d -o node -g node /data
USER node
WORKDIR /opt/openfloor
ENV OPENFLOOR_DATA=/data OPENFLOOR_HOST=0.0.0.0
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/bin/openfloor.mjs", "serve"]
