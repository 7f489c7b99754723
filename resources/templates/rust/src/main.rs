use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};

const BODY: &str = "Hello from a container.\n";

// For HEALTHCHECK: whether the server that runs beside us answers.
fn check_health() -> std::io::Result<()> {
    let mut stream = TcpStream::connect("127.0.0.1:8000")?;
    stream.write_all(b"GET / HTTP/1.0\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    if answer.ends_with(BODY) {
        Ok(())
    } else {
        Err(std::io::Error::other("another answer"))
    }
}

fn answer(mut stream: TcpStream) -> std::io::Result<()> {
    let mut request = [0; 1024];
    let _ = stream.read(&mut request)?;
    write!(
        stream,
        "HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{}",
        BODY.len(),
        BODY
    )
}

fn main() -> std::io::Result<()> {
    if std::env::args().nth(1).as_deref() == Some("health") {
        return check_health();
    }
    let listener = TcpListener::bind("0.0.0.0:8000")?;
    for stream in listener.incoming() {
        // A client that is gone in the middle is no reason to end.
        if let Err(error) = stream.and_then(answer) {
            eprintln!("{error}");
        }
    }
    Ok(())
}
