/** What one act left behind, whose rows go before its statements come once more. */
const LEFT_BY_RUN = ['round_finalisation', 'scoring_result', 'scoring_run'];

/**
 * The yardstick of an act: the statements that the server sent for it, in their order, through bare pg as the
 * application's role and in one transaction that is rolled back. @returns how long they took, in ms
 */
export async function replay({ client, id, role }, { statements, run }) {
  const sent = statements.filter(({ text }) => !/^(start transaction|begin|commit|rollback)/i.test(text));
  await client.query('begin');
  try {
    for (const table of LEFT_BY_RUN) await client.query(`delete from ${table} where run_id = $1`, [run]);
    await client.query(
      `delete from round_step where round_id = $1 and number = (select max(number) from round_step where round_id = $1)`,
      [id],
    );
    await client.query('delete from idempotency_key');
    await client.query(`set local session_replication_role = origin`);
    await client.query(`set local role ${role}`);
    const began = performance.now();
    for (const { text, values } of sent) await client.query(text, values);
    return performance.now() - began;
  } finally {
    await client.query('rollback');
  }
}
