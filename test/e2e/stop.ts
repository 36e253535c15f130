/**
 * After the browser tests: ends the server that start began.
 */
export default function stop(): void {
  const server = process.env["KAOHE_SERVER"];
  if (server !== undefined) process.kill(Number(server));
}
