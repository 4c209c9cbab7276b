// A real mail server for tests. Prints its port, then one JSON line for each letter it has taken.
// What it does with a letter is said by the name before the @: busy, never, silent, or anything else.
import { SMTPServer } from "smtp-server";

const say = what => process.stdout.write(JSON.stringify(what) + "\n");
const refuse = (code, words) => Object.assign(new Error(words), { responseCode: code });

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo({ address }, session, done) {
    if (address.startsWith("busy")) return done(refuse(451, "Come back later"));
    if (address.startsWith("never")) return done(refuse(550, "Nobody of that name"));
    done();
  },
  onData(stream, session, done) {
    const parts = [];
    stream.on("data", part => parts.push(part));
    stream.on("end", () => {
      const to = session.envelope.rcptTo.map(r => r.address).join(",");
      say({ to, text: Buffer.concat(parts).toString("utf8") });
      if (!to.startsWith("silent")) done();
    });
  },
});
server.on("error", () => {});
server.listen(0, "127.0.0.1", () => say({ port: server.server.address().port }));
process.stdin.on("end", () => process.exit()).resume();
