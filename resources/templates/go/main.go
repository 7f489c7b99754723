package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
)

// For HEALTHCHECK: whether the server that runs beside us answers.
func isHealthy() bool {
	answer, err := http.Get("http://127.0.0.1:8000/")
	return err == nil && answer.StatusCode == http.StatusOK
}

func main() {
	if len(os.Args) > 1 && os.Args[1] == "health" {
		if !isHealthy() {
			os.Exit(1)
		}
		return
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, "Hello from a container.")
	})
	log.Fatal(http.ListenAndServe(":8000", nil))
}
