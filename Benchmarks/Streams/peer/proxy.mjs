// The peer's façade: Node's own http, connections kept alive, answers passed on as they come. It asks nobody who they
// are.
import http from "node:http";

const [engine, port] = process.argv.slice(2).map(Number);
const agent = new http.Agent({ keepAlive: true });
const hops = new Set(["connection", "keep-alive", "transfer-encoding"]);
const passed = (headers) => Object.fromEntries(Object.entries(headers).filter(([name]) => !hops.has(name)));

const server = http.createServer((request, response) => {
  const upstream = http.request(
    { host: "127.0.0.1", port: engine, path: request.url, method: request.method, headers: passed(request.headers), agent },
    (answer) => {
      response.writeHead(answer.statusCode, passed(answer.headers));
      response.flushHeaders();
      answer.pipe(response);
    },
  );
  upstream.on("error", () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
  response.on("close", () => upstream.destroy());
  request.pipe(upstream);
});
server.listen(port, "127.0.0.1", 2048, () => console.log("ready"));
