export default function Page() {
  return <main>AIpoweredMakers</main>;
}
