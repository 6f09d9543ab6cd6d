//! Serves the simulated Salesforce org and Jotform account on their real host names until stopped.

mod certificate;
mod control;
mod hosts;
mod options;
mod world;

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::process::ExitCode;

use axum_server::tls_rustls::RustlsConfig;
use clap::Parser;
use serde_json::json;
use tokio::signal::unix::{Signal, SignalKind, signal};

use crate::options::Options;
use crate::world::{World, WorldError};

#[tokio::main]
async fn main() -> ExitCode {
    let options = Options::parse();
    match run(&options).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("waymark-simulator: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Starts both servers, says where they are on one line, and serves until a signal comes.
async fn run(options: &Options) -> Result<(), WorldError> {
    let world = World::start(options)?;
    let names = world.host_names();
    let tls = RustlsConfig::from_config(certificate::server_config(&names)?);
    let secure = listen(options.port)?;
    let control = listen(0)?;
    let line = json!({
        "port": secure.local_addr()?.port(),
        "control": format!("http://{}", control.local_addr()?),
        "seed": world.seed,
        "variation": world.variation(),
        "hosts": names,
    });
    let stop = Stop::listen()?;
    println!("{line}");

    let pages = axum_server::from_tcp_rustls(secure, tls)?.serve(hosts::router(&world).into_make_service());
    let control = axum_server::from_tcp(control)?.serve(control::router(&world).into_make_service());
    tokio::select! {
        served = pages => served?,
        served = control => served?,
        () = stop.come() => {}
    }
    Ok(())
}

fn listen(port: u16) -> std::io::Result<TcpListener> {
    let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

/// The signals that end the run; from here on they are caught.
struct Stop {
    interrupt: Signal,
    terminate: Signal,
}

impl Stop {
    fn listen() -> std::io::Result<Self> {
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
        })
    }

    /// Ends with SIGINT or SIGTERM.
    async fn come(mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}
